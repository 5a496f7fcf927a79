"""The quick exit, made ready for the pages, and what must stand of it on each. The component itself is quick_exit/."""

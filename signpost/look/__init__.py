"""Style sheets and scripts made small, and the colours measured."""

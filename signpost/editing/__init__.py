"""The editing page of `serve --edit`: Decap CMS on this computer, saving into content/. Never part of a published site."""

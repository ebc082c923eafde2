"""From checked content to the HTML that stands in a page: complete, readable and printable without any script."""

"""What makes the weights by which the paragraphs of pages are told from what stands around them."""

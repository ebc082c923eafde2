"""A file becomes a tree that knows file and line; what is wrong with it is a problem."""

"""What is wrong with the content of a school, a file per thing. A check changes nothing."""

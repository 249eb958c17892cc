"""Speed and memory, each as a ratio to a yardstick of the same run. Not tests."""

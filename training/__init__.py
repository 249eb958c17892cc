"""Makes the model: corpus readers, training, export. Outside the wheel; the package never imports it."""

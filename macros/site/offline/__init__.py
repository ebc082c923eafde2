"""The site without a network: kept on a device by a service worker, or as a zip for a disk."""

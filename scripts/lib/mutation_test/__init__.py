"""The mutation test: does the suite notice when a provider breaks what is documented?"""

package org.gridward.responsibility;

/** How many of a role a template wants; {@code most} null is any number. */
record TemplateRole(String template, String role, int rank, int least, Integer most) {}

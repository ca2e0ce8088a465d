package org.gridward.incident;

/** A signal that this room listens for: those who were asked have done their part. */
public interface ResponseFinished extends ResponseMoved {}

package org.gridward.notice;

/**
 * The port through which messages leave. A carrier never throws for what the other side does, gives up within the timeout
 * it was made with, and may be asked to carry the same parcel again: the receiver knows it by its id.
 */
public interface MessageCarrier {

    Channel channel();

    /** Whether this installation can send this way at all; messages wait, listed as NO_CARRIER, while it cannot. */
    boolean isReady();

    Outcome carry(Parcel parcel);

    /** How a try ended: taken, failed for now, or refused for good. */
    sealed interface Outcome {

        record Delivered() implements Outcome {}

        record Failed(String why) implements Outcome {}

        record Refused(String why) implements Outcome {}
    }
}

package org.gridward.border;

/** How far the mending of a gap or overlap is. Only an edition makes one FIXED. */
public enum FaceState {
    /** Nobody has said anything about it yet. */
    OPEN,
    /** Meant to be so: a declared joint area, an enclave. */
    ACCEPTED,
    /** Somebody mends it. */
    IN_WORK,
    /** The borders in force no longer leave it. */
    FIXED
}

package org.gridward.platform;

/**
 * The short way to a very frequent GET: the plain form of a question is answered in one step, with the bytes that the
 * controller would have sent. Whatever is unusual is left to the controller, so that every refusal is said in one place.
 */
public interface QuickAnswer {

    /** The path, without variables, that is answered. */
    String path();

    /**
     * The JSON of a 200, or null: let the controller answer.
     *
     * @param query the query as it came, or null
     */
    byte[] answer(String query);
}

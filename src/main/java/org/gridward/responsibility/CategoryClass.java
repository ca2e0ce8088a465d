package org.gridward.responsibility;

/** The standards' two kinds of category: something that happens on a ground, or a thing that somebody owns. */
public enum CategoryClass {
    EVENT,
    COMPONENT
}

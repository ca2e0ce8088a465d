/** Measures the dispatcher's console: what a browser does with a full desk, and how the stream reaches a thousand of them. */
package org.gridward.bench.console;

/** The goals of exact responsibility at full speed: the kernel, its bulk paths and its HTTP answers against their peers. */
package org.gridward.bench.locate;

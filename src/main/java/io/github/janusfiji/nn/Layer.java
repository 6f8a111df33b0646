package io.github.janusfiji.nn;

import java.util.List;

/** A step of a network: parameters, and how a minibatch passes. */
public interface Layer {

	/**
	 * @param tape records what happens
	 * @param x what comes in
	 * @return what goes out
	 */
	Tape.Node forward(Tape tape, Tape.Node x);

	/** @return in a fixed order; empty if it has none */
	default List<Parameter> parameters() {
		return List.of();
	}
}

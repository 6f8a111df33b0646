package io.github.janusfiji.model;

/** One of the two people a face model knows. */
public enum Side {
	/** The first person. */
	A,
	/** The second person. */
	B;

	/** @return the other person */
	public Side other() {
		return this == A ? B : A;
	}
}

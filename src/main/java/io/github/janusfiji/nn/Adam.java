package io.github.janusfiji.nn;

import java.util.Collection;

/** The optimiser Adam (Kingma and Ba 2015) over a set of parameters. */
public final class Adam {

	/**
	 * @param rate learning rate
	 * @param beta1 decay of the first moment per step
	 * @param beta2 decay of the second moment per step
	 * @param epsilon added to the root of the second moment
	 */
	public record Settings(double rate, double beta1, double beta2,
		double epsilon)
	{}

	private final Operations operations;
	private final Settings settings;
	private int steps;

	/**
	 * @param operations where the parameters live
	 * @param settings rate and decay
	 * @param steps done before, 0 for a new model
	 */
	public Adam(final Operations operations, final Settings settings,
		final int steps)
	{
		this.operations = operations;
		this.settings = settings;
		this.steps = steps;
	}

	/** @return steps done */
	public int steps() {
		return steps;
	}

	/**
	 * Changes every parameter that has a gradient, and uses the gradients up.
	 *
	 * @param parameters of the model
	 */
	public void step(final Collection<Parameter> parameters) {
		for (final Parameter parameter : parameters) {
			if (!parameter.hasGradient()) continue;
			operations.adam(parameter.value(), parameter.gradient(), parameter.mean(),
				parameter.square(), settings, steps);
			parameter.clearGradient();
		}
		steps++;
	}
}

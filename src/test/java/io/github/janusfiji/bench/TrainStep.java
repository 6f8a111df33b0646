package io.github.janusfiji.bench;

import io.github.janusfiji.model.TrainStepTimer;
import io.github.janusfiji.nn.ComputeDevice;
import io.github.janusfiji.task.InputException;
import java.util.Locale;

/**
 * Prints how fast a preset trains and decodes on this machine:
 * {@code TrainStep <preset> [batch] [steps]}.
 */
public final class TrainStep {

	private TrainStep() {}

	/**
	 * @param arguments preset, faces of each person per step (16), steps (20)
	 * @throws InputException if there is no such preset
	 */
	public static void main(final String... arguments) throws InputException {
		final String preset = arguments.length > 0 ? arguments[0] : "light";
		final int batch = arguments.length > 1 ? Integer.parseInt(arguments[1])
			: 16;
		final int steps = arguments.length > 2 ? Integer.parseInt(arguments[2])
			: 20;
		System.out.println(ComputeDevice.current().name());
		try (var timer = new TrainStepTimer(preset, batch)) {
			final var step = timer.step(steps);
			final var decode = timer.decode(steps);
			System.out.printf(Locale.ROOT,
				"%s: %d parameters, batch %d, joint step %.4f s (%.4f s of processor), " +
					"%.2f steps/s, decoding %.1f faces/s (%.4f s of processor each)%n",
				preset, timer.parameters(), batch, step.wall(), step.cpu(), 1 / step
					.wall(), batch / decode.wall(), decode.cpu() / batch);
		}
	}
}

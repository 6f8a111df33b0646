package io.github.janusfiji.model;

import io.github.janusfiji.face.FaceSet;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** Trains a {@link FaceModel} on two face sets, or continues one. */
public final class FaceModelTrainer {

	/**
	 * @param preset architecture: {@code original} or {@code light}
	 * @param iterations stop after as many joint steps in all; 0 for no limit
	 * @param minutes stop after so long; 0 for no limit
	 * @param batch faces of each person per step
	 * @param seed of initialisation, sampling and augmentation
	 * @param device {@code auto}, {@code cpu} or {@code gpu}
	 */
	public record Options(String preset, int iterations, double minutes,
		int batch, long seed, String device)
	{}

	/** Told what happens while training; called on the training thread. */
	public interface Listener {

		/** Hears nothing. */
		Listener NONE = new Listener() {};

		/**
		 * @param iteration joint steps done
		 * @param lossA mean absolute error of person A since the last call, 0 to 1
		 * @param lossB the same of person B
		 */
		default void trained(final int iteration, final double lossA,
			final double lossB)
		{}

		/**
		 * @param iteration joint steps done
		 * @param lossA mean absolute error on held-out faces of person A
		 * @param lossB the same of person B
		 */
		default void validated(final int iteration, final double lossA,
			final double lossB)
		{}

		/**
		 * @param iteration joint steps done
		 * @param width px
		 * @param height px
		 * @param argb rows of faces: original, own reconstruction, swap; person A on
		 *          the left, B on the right
		 */
		default void preview(final int iteration, final int width,
			final int height, final int[] argb)
		{}
	}

	/**
	 * @param iterations joint steps done in all
	 * @param iterationsPerSecond of this run
	 * @param trainingLoss mean absolute error at the end, both people, 0 to 1
	 * @param heldOutLoss the same on held-out faces
	 * @param cancelled whether the user stopped it; the model is saved all the
	 *          same
	 * @param device the device's real name
	 */
	public record Summary(int iterations, double iterationsPerSecond,
		double trainingLoss, double heldOutLoss, boolean cancelled, String device)
	{}

	/**
	 * @param a faces of the first person
	 * @param b faces of the second person
	 * @param model a {@code .janus} file; continued if it exists
	 * @param options how to train
	 * @param listener told losses and previews
	 * @param progress told each step; when it asks to stop, the model is saved and
	 *          this returns
	 * @return how it went
	 * @throws IOException if the faces cannot be read or the model cannot be
	 *           continued or written; the message is one sentence for the user
	 */
	public Summary train(final FaceSet a, final FaceSet b, final Path model,
		final Options options, final Listener listener, final Progress progress)
		throws IOException
	{
		throw new UnsupportedOperationException(); // model
	}
}

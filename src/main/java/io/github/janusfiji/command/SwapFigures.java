/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.command;

import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.measure.Appearance;
import io.github.janusfiji.measure.Following;
import io.github.janusfiji.measure.Trait;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** The outputs of {@link MeasureSwap} that tell what a viewer sees. */
abstract class SwapFigures extends JanusCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Faces found (%)",
		description = "Frames in which a face is found in the swap by a search of that frame alone, of those in which the source's is.")
	private double found;

	@Parameter(type = ItemIO.OUTPUT, label = "Face score",
		description = "Mean log-odds, in nats, that the swapped face is one.")
	private double score;

	@Parameter(type = ItemIO.OUTPUT, label = "Face score in the source",
		description = "The same of the source's face.")
	private double scoresource;

	@Parameter(type = ItemIO.OUTPUT, label = "Irises seen (%)",
		description = "Frames in which irises can be seen in the swap, of those in which they can in the source.")
	private double irises;

	@Parameter(type = ItemIO.OUTPUT, label = "Eyes, r",
		description = "Correlation of eye opening over time, source against swap.")
	private double eyesr;

	@Parameter(type = ItemIO.OUTPUT, label = "Eyes, slope",
		description = "Slope of the swap's eye opening over the source's.")
	private double eyesslope;

	@Parameter(type = ItemIO.OUTPUT, label = "Gaze, r",
		description = "The same of the irises' place across the eyes.")
	private double gazer;

	@Parameter(type = ItemIO.OUTPUT, label = "Gaze, slope",
		description = "The same of the irises' place across the eyes.")
	private double gazeslope;

	@Parameter(type = ItemIO.OUTPUT, label = "Mouth, r",
		description = "The same of the gap between the lips.")
	private double mouthr;

	@Parameter(type = ItemIO.OUTPUT, label = "Mouth, slope",
		description = "The same of the gap between the lips.")
	private double mouthslope;

	@Parameter(type = ItemIO.OUTPUT, label = "Mouth's width, r",
		description = "The same of the distance between the corners of the mouth.")
	private double mouthwidthr;

	@Parameter(type = ItemIO.OUTPUT, label = "Mouth's width, slope",
		description = "The same of the distance between the corners of the mouth.")
	private double mouthwidthslope;

	@Parameter(type = ItemIO.OUTPUT, label = "Brows, r",
		description = "The same of the height of the brows.")
	private double browsr;

	@Parameter(type = ItemIO.OUTPUT, label = "Brows, slope",
		description = "The same of the height of the brows.")
	private double browsslope;

	@Parameter(type = ItemIO.OUTPUT, label = "Yaw, r",
		description = "The same of the head's turn to the side.")
	private double yawr;

	@Parameter(type = ItemIO.OUTPUT, label = "Pitch, r",
		description = "The same of the head's turn up and down.")
	private double pitchr;

	@Parameter(type = ItemIO.OUTPUT, label = "Roll, r",
		description = "The same of the head's lean.")
	private double rollr;

	@Parameter(type = ItemIO.OUTPUT, label = "Sharpness, swap / donor",
		description = "Median sharpness of the swapped face divided by the donor's own; NaN without a donor.")
	private double sharpness;

	@Parameter(type = ItemIO.OUTPUT, label = "Sharpness, swap / source",
		description = "Median sharpness of the swapped face divided by the source's.")
	private double sharpnesssource;

	@Parameter(type = ItemIO.OUTPUT, label = "Nearer to the donor (%)",
		description = "Frames nearer to the donor than to the source, by the network; NaN if not measured.")
	private double nearer;

	@Parameter(type = ItemIO.OUTPUT, label = "Distance to the donor",
		description = "Mean distance to the donor's mean, by the network, 0 to 2; NaN if not measured.")
	private double todonor;

	@Parameter(type = ItemIO.OUTPUT, label = "Distance to the source",
		description = "Mean distance to the source's own mean, by the network, 0 to 2; NaN if not measured.")
	private double tosource;

	/** @param seen fills the outputs */
	final void tell(final Appearance seen) {
		found = 100 * seen.found();
		score = seen.score();
		scoresource = seen.sourceScore();
		irises = 100 * seen.irises();
		final Following eyes = seen.following(Trait.EYES);
		eyesr = eyes.r();
		eyesslope = eyes.slope();
		final Following gaze = seen.following(Trait.GAZEX);
		gazer = gaze.r();
		gazeslope = gaze.slope();
		final Following mouth = seen.following(Trait.MOUTH);
		mouthr = mouth.r();
		mouthslope = mouth.slope();
		final Following width = seen.following(Trait.MOUTHWIDTH);
		mouthwidthr = width.r();
		mouthwidthslope = width.slope();
		final Following brows = seen.following(Trait.BROWS);
		browsr = brows.r();
		browsslope = brows.slope();
		yawr = seen.following(Trait.YAW).r();
		pitchr = seen.following(Trait.PITCH).r();
		rollr = seen.following(Trait.ROLL).r();
		sharpness = seen.sharpnessRatio();
		sharpnesssource = seen.sharpness() / seen.sourceSharpness();
		nearer = 100 * seen.nearer();
		todonor = seen.toDonor();
		tosource = seen.toSource();
	}
}

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

import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.model.StyleMixer;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.swap.SwapMarks;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Paints people between those of a model of the preset style. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Mix Styles...",
	description = "Paints faces as people between those that a model of the preset style knows: from one to another, coarse layers of one and fine layers of another, or towards the mean person. The result says in its metadata that it is synthetic.")
public final class MixStyles extends JanusCommand {

	/** Faces side by side. */
	private static final int COLUMNS = 3;

	private static final int FEWEST = 2, MOST_STEPS = 1000, MOST_FACES = 60;

	@Parameter(label = "Face model", style = "open", required = false,
		persist = false,
		description = "A .janus file made by Train Face Model with the preset style. Needed.")
	private File model;

	@Parameter(label = "Faces", style = "open", required = false,
		persist = false,
		description = "A face set made by Extract Faces: whose pose and expression are painted. Needed.")
	private File faces;

	@Parameter(label = "Result to write", style = "both", required = false,
		persist = false,
		description = "A .tif, .mp4 or .mkv file, or a folder for PNG files: a picture for each step. Needed.")
	private File output;

	@Parameter(label = "People", persist = false,
		description = "The two people of the model, with ; between them, such as A;C.")
	private String people = "A;B";

	@Parameter(label = "Vary", choices = { "people", "layers", "truncation" },
		persist = false,
		description = "people goes from the first person to the second; layers takes more and more layers of the second, the coarse ones first; truncation goes from the first person to the mean person.")
	private String vary = "people";

	@Parameter(label = "Steps", min = "2", max = "1000", persist = false,
		description = "Number of pictures; layers has one for each layer and one more, whatever is given.")
	private int steps = 9;

	@Parameter(label = "Truncation", min = "0", max = "2", persist = false,
		description = "How far all styles are from the mean person's: 1 as far as they are, 0 not at all. Without effect when truncation is varied.")
	private double psi = 1;

	@Parameter(label = "Faces shown", min = "1", max = "60", persist = false,
		description = "How many faces of the set are painted in each picture, side by side, taken evenly.")
	private int shown = 6;

	@Parameter(label = "Visible mark", persist = false,
		description = "Show the word SYNTHETIC, small, in a corner. Without it, the credentials say that it was left out.")
	private boolean visible = true;

	@Parameter(label = "Durable mark", persist = false,
		description = "Hide a watermark in every picture that leads back to the credentials after compression and scaling.")
	private boolean durable = true;

	@Parameter(label = "Purpose", required = false, persist = false,
		description = "What the pictures are made for; signed with the result.")
	private String purpose = "";

	@Parameter(label = "Consent", required = false, persist = false,
		description = "The consent of those whose faces are used, such as the number of a form; signed with the result.")
	private String consent = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Pictures",
		description = "Number of pictures written.")
	private int pictures;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final Path file = Clip.required(model, "model",
			"the .janus file of the preset style").toPath();
		final Path set = Clip.required(faces, "faces",
			"the face set whose pose and expression are painted").toPath();
		final Path target = Clip.required(output, "output", "the result to write")
			.toPath();
		check();
		try (var mixer = StyleMixer.open(file);
				var given = FaceSet.open(set))
		{
			final List<Side> pair = pair(mixer.people());
			final var read = new ArrayList<Path>(given.files());
			read.add(file);
			Inputs.keep(target, read);
			final Map<String, String> mark = mark(given.source().name(), mixer
				.sha256());
			final var marks = SwapMarks.of(mark, visible, durable, purpose, consent);
			final var batch = mixer.read(given, shown);
			final List<StyleMixer.Mix> mixes = mixes(pair, mixer.layers().size());
			final int rows = (batch.count() + COLUMNS - 1) / COLUMNS;
			final int size = mixer.size();
			progress.stage("Painting", mixes.size());
			try (var writer = Frames.writer(target, COLUMNS * size, rows * size, 5,
				mark))
			{
				for (final var mix : mixes) {
					progress.check();
					final var painted = mixer.paint(batch, mix);
					final int[] argb = new int[COLUMNS * rows * size * size];
					Arrays.fill(argb, 0xff808080);
					for (int i = 0; i < painted.count(); i++)
						paste(painted.argb(i), size, argb, i);
					writer.write(marks.marked(new Frame(pictures, pictures / 5.0, COLUMNS *
						size, rows * size, argb)));
					progress.done(++pictures);
				}
				writer.commit();
			}
		}
	}

	private static void paste(final int[] face, final int size, final int[] onto,
		final int i)
	{
		final int width = COLUMNS * size;
		for (int y = 0; y < size; y++)
			System.arraycopy(face, y * size, onto, (i / COLUMNS * size + y) * width +
				i % COLUMNS * size, size);
	}

	private void check() throws InputException {
		if (!vary.matches("people|layers|truncation")) throw new InputException(
			"'vary' is people, layers or truncation, not '" + vary + "'.");
		if (steps < FEWEST || steps > MOST_STEPS) throw new InputException(
			"'steps' is from " + FEWEST + " to " + MOST_STEPS + ", not " + steps +
				".");
		if (shown < 1 || shown > MOST_FACES) throw new InputException(
			"'shown' is from 1 to " + MOST_FACES + ", not " + shown + ".");
		if (!(psi >= 0 && psi <= 2)) throw new InputException(
			"'psi' is from 0 to 2, not " + psi + ".");
	}

	private List<Side> pair(final int known) throws InputException {
		final String[] letters = people.strip().split("\\s*;\\s*");
		final var pair = new ArrayList<Side>();
		for (final String letter : letters)
			for (final Side side : Side.first(known))
				if (side.name().equalsIgnoreCase(letter)) pair.add(side);
		if (letters.length != 2 || pair.size() != 2) throw new InputException(
			"'people' does not understand '" + people + "': name two of A to " + Side
				.first(known).get(known - 1) + " with ; between them.");
		return pair;
	}

	private List<StyleMixer.Mix> mixes(final List<Side> pair, final int layers) {
		final Side a = pair.get(0), b = pair.get(1);
		final var mixes = new ArrayList<StyleMixer.Mix>();
		final int count = vary.equals("layers") ? layers + 1 : steps;
		for (int i = 0; i < count; i++) {
			final double t = i / (count - 1.0);
			mixes.add(switch (vary) {
				case "layers" -> new StyleMixer.Mix(a, b, 1, i, psi);
				case "truncation" -> new StyleMixer.Mix(a, a, 0, 0, 1 - t);
				default -> new StyleMixer.Mix(a, b, t, layers, psi);
			});
		}
		return mixes;
	}

	private Map<String, String> mark(final String source, final String sha256) {
		final var parameters = new LinkedHashMap<String, String>();
		parameters.put("people", people);
		parameters.put("vary", vary);
		parameters.put("psi", String.valueOf(psi));
		return SyntheticMark.of(SyntheticMark.GENERATED,
			"Faces of nobody, painted by a model between the people it learnt.",
			new SyntheticMark.Derivation(source, "", sha256, parameters));
	}
}

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
package io.github.janusfiji.dissect;

import io.github.janusfiji.colour.CieLab;
import io.github.janusfiji.colour.DeltaE;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.model.ModelUnits;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.model.UnitBatch;
import io.github.janusfiji.model.UnitFaces;
import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Changes units of a decoder and measures what that does to a few faces. */
final class Experiment {

	/** Faces that are painted again for each change, evenly from the set. */
	static final int FACES = 12;

	/** Share of a decoder's units that are ablated together for each part. */
	private static final double GROUP = 0.05;

	/** Colour difference that is shown white in a map of changes. */
	private static final double WHITE = 20;

	private final ModelUnits model;
	private final UnitFaces faces;
	private final DissectionOptions options;
	private final DissectionListener listener;
	private final List<Frame> comparison = new ArrayList<>();

	Experiment(final ModelUnits model, final UnitFaces faces,
		final DissectionOptions options, final DissectionListener listener)
	{
		this.model = model;
		this.faces = faces;
		this.options = options;
		this.listener = listener;
	}

	/** @return faces before and after the chosen units were changed together */
	List<Frame> comparison() {
		return comparison;
	}

	/**
	 * @param side whose decoder
	 * @param all its units
	 * @param chosen those looked at closely
	 * @param effects gets those of each chosen unit
	 * @param groups gets those of units together
	 * @param progress told each change
	 * @throws IOException if a face cannot be read
	 */
	void run(final Side side, final List<UnitFindings> all,
		final List<UnitFindings> chosen, final Map<Unit, Effect> effects,
		final List<Dissection.Group> groups, final Progress progress)
		throws IOException
	{
		if (options.act() == Act.NONE) return;
		final int count = Math.min(FACES, faces.count());
		final var batch = faces.read(IntStream.range(0, count).map(i -> (int) ((2L *
			i + 1) * faces.count() / (2 * count))).toArray());
		final var maps = SeenFaces.of(batch).maps(faces, side);
		final var meter = new EffectMeter(model, side, batch, batch.landmarks()
			.stream().map(l -> faces.painted(l, side)).toList(), maps, listener);
		final List<UnitFindings> alone = options.act() == Act.EACH ? chosen : List
			.of();
		progress.stage("Ablating units of " + Choice.label(side), alone.size());
		for (int i = 0; i < alone.size(); i++) {
			progress.check();
			effects.put(alone.get(i).unit(), meter.of(alone.get(i).unit()
				.toString(), new Intervention(List.of(alone
				.get(i)), false, options.place(), maps)));
			progress.done(i + 1);
		}
		for (final Part part : Part.values()) {
			final var best = best(all, part);
			if (!best.isEmpty()) groups.add(group(side, part, best, meter, maps));
		}
		if (!options.act().isJoint() || chosen.isEmpty()) return;
		final var change = new Intervention(chosen, options.act() == Act.INSERT,
			options.place(), maps);
		groups.add(new Dissection.Group("chosen", null, units(chosen), meter.of(
			"the chosen", change)));
		compare(side, batch, change);
	}

	/** The units that overlap most with a part, of all of a decoder. */
	private static List<UnitFindings> best(final List<UnitFindings> all,
		final Part part)
	{
		return all.stream().filter(u -> u.overlap(part) > 0).sorted(Comparator
			.comparingDouble(u -> -u.overlap(part))).limit(Math.max(1, Math.round(
				GROUP * all.size()))).toList();
	}

	private Dissection.Group group(final Side side, final Part part,
		final List<UnitFindings> best, final EffectMeter meter,
		final List<PartMap> maps)
	{
		return new Dissection.Group(Choice.label(part), part, units(best), meter.of(
			Choice.label(part), new Intervention(best, false, options.place(), maps)));
	}

	private static List<Unit> units(final List<UnitFindings> findings) {
		return findings.stream().map(UnitFindings::unit).toList();
	}

	/** Before, after and what changed, one below the other, for each face. */
	private void compare(final Side side, final UnitBatch batch,
		final ModelUnits.Observer change)
	{
		final int size = model.size();
		final int[][] before = pictures(model.paint(batch, side,
			ModelUnits.Observer.NONE));
		final int[][] after = pictures(model.paint(batch, side, change));
		for (int n = 0; n < before.length; n++) {
			final int[] all = new int[3 * size * size];
			System.arraycopy(before[n], 0, all, 0, size * size);
			System.arraycopy(after[n], 0, all, size * size, size * size);
			for (int i = 0; i < size * size; i++) {
				final int level = (int) Math.min(255, 255 / WHITE * DeltaE.of(CieLab.of(
					before[n][i]), CieLab.of(after[n][i])));
				all[2 * size * size + i] = 0xff000000 | 0x10101 * level;
			}
			comparison.add(new Frame(comparison.size(), 0, size, 3 * size, all));
		}
	}

	private static int[][] pictures(final ImageBatch painted) {
		return IntStream.range(0, painted.count()).mapToObj(painted::argb).toArray(
			int[][]::new);
	}
}

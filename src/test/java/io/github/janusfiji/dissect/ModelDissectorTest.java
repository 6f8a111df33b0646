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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.model.ModelUnits;
import io.github.janusfiji.model.PlantedUnits;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Stopping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dissection finds the units that were planted, and what they do. */
class ModelDissectorTest {

	private static final int FACES = 20;

	private static ModelUnits model;
	private static List<PartMap> maps;
	private static Dissection found;
	private static int place;

	/** The eighth of the picture with most of the nose in it is the place. */
	@BeforeAll
	static void dissect() throws IOException {
		try (var any = PlantedUnits.model(0, 0)) {
			final var faces = PlantedUnits.faces(any, FACES);
			maps = SeenFaces.of(faces.read(0, FACES)).maps(faces, Side.A);
		}
		for (int cell = 0; cell < 64; cell++)
			if (inCell(cell) > inCell(place)) place = cell;
		model = PlantedUnits.model(place % 8, place / 8);
		found = dissect(DissectionOptions.DEFAULT);
	}

	private static long inCell(final int cell) {
		final int wide = PlantedUnits.SIZE / 8;
		return IntStream.range(0, PlantedUnits.SIZE * PlantedUnits.SIZE).filter(
			i -> i % PlantedUnits.SIZE / wide == cell % 8 && i / PlantedUnits.SIZE /
				wide == cell / 8 && maps.get(0).at(i) == Part.NOSE).count();
	}

	@AfterAll
	static void close() {
		model.close();
	}

	private static Dissection dissect(final DissectionOptions options)
		throws IOException
	{
		return new ModelDissector().dissect(model, PlantedUnits.faces(model, FACES),
			options, DissectionListener.NONE, Progress.NONE);
	}

	private static UnitFindings unit(final int number) {
		return found.units().get(number);
	}

	@Test
	void theUnitThatPaintsTheNoseIsFound() {
		assertEquals(new Unit(Side.A, "up1", 0), unit(0).unit());
		assertEquals(Part.NOSE, unit(0).concept());
		assertEquals(planted(), unit(0).iou(), 1e-9);
		assertEquals(Part.BACKGROUND, unit(1).concept());
	}

	/** Overlap of the nose with the top 0.5 %, 5 px, of what was planted. */
	private static double planted() {
		final float[] small = new float[16 * 16];
		final int at = 2 * (place / 8) * 16 + 2 * (place % 8);
		small[at] = 1;
		small[at + 1] = 0.9f;
		small[at + 16] = 0.8f;
		small[at + 17] = 0.7f;
		final float[] fine = new float[32 * 32];
		new Upsampling(16, 32).apply(small, 0, fine);
		final var active = IntStream.range(0, fine.length).boxed().sorted((i,
			j) -> Float.compare(fine[j], fine[i])).limit(5).toList();
		long both = 0, nose = 0;
		for (final PartMap map : maps) {
			both += active.stream().filter(i -> map.at(i) == Part.NOSE).count();
			nose += IntStream.range(0, fine.length).filter(i -> map.at(
				i) == Part.NOSE).count();
		}
		return both / (5.0 * maps.size() + nose - both);
	}

	@Test
	void aUnitThatIsNeverActiveMatchesNothing() {
		assertEquals(0, unit(2).iou());
		assertEquals(32, found.units().size());
	}

	@Test
	void withoutItTheNoseChangesAndTheBackgroundDoesNot() {
		final Effect effect = found.effects().get(unit(0).unit());
		assertTrue(effect.inside().get(Part.NOSE) > 1, effect.toString());
		assertTrue(effect.ratio(Part.NOSE) > 5, effect.toString());
		assertEquals(0, effect.inside().get(Part.BACKGROUND));
	}

	@Test
	void ablatingWhatDoesNothingChangesNothing() {
		for (final int number : new int[] { 1, 2 }) {
			final Effect effect = found.effects().get(unit(number).unit());
			for (final Part part : Part.values())
				assertTrue(!(Math.abs(effect.inside().get(part)) > 0), part.name());
			assertEquals(0, effect.landmarks());
			assertEquals(0, effect.opening());
		}
	}

	@Test
	void bothDecodersComputeTheSame() {
		assertEquals(1, found.twins().get("up1")[0], 1e-9);
		assertTrue(Double.isNaN(found.twins().get("up1")[2]));
	}

	@Test
	void insertedUnitsPaintWhereTheyAreTold() throws IOException {
		final var inserted = dissect(new DissectionOptions(FACES, "up1", "0",
			Act.INSERT, Part.BACKGROUND));
		final var group = inserted.groups().stream().filter(g -> g.name().equals(
			"chosen") && g.units().get(0).decoder() == Side.A).findFirst()
			.orElseThrow();
		assertTrue(group.effect().ratio(Part.BACKGROUND) > 5, group.effect()
			.toString());
		assertEquals(2 * 12, inserted.comparison().size());
		assertTrue(inserted.effects().isEmpty());
	}

	@Test
	void whoLooksOnSeesTheFacesWithoutEachUnit() throws IOException {
		final var seen = new java.util.LinkedHashMap<String, Boolean>();
		new ModelDissector().dissect(model, PlantedUnits.faces(model, FACES),
			new DissectionOptions(FACES, "up1", "0-2", Act.EACH, null), (what, size,
				before, after) -> {
				assertEquals(PlantedUnits.SIZE * PlantedUnits.SIZE, after.get(0).length);
				seen.put(what, java.util.stream.IntStream.range(0, before.size())
					.anyMatch(n -> !java.util.Arrays.equals(before.get(n), after.get(
						n))));
			}, Progress.NONE);
		// Of these only the first of A paints anything.
		assertTrue(seen.get(unit(0).unit().toString()), seen.toString());
		assertEquals(false, seen.get(unit(1).unit().toString()), seen.toString());
		assertTrue(seen.containsKey("nose"));
	}

	@Test
	void unitsAreChosenByNumberOrByPart() throws IOException {
		assertEquals(6, dissect(new DissectionOptions(FACES, "up1", "0,2-3",
			Act.NONE, null)).sheets().size());
		assertEquals(2, dissect(new DissectionOptions(FACES, "all", "nose",
			Act.NONE, null)).sheets().size());
		for (final String[] wrong : new String[][] { { "up7", "all" }, { "up1",
			"16" }, { "up1", "5-2" }, { "up1", "nostril" }, { "all", "3" }, { "up1",
				"3x" } })
			assertThrows(InputException.class, () -> dissect(
				new DissectionOptions(FACES, wrong[0], wrong[1], Act.NONE, null)),
				String.join(" ", wrong));
	}

	@Test
	void tooFewFacesAreRefused() throws IOException {
		assertThrows(InputException.class, () -> new ModelDissector().dissect(model,
			PlantedUnits.faces(model, 7), DissectionOptions.DEFAULT,
			DissectionListener.NONE, Progress.NONE));
	}

	@Test
	void itStopsWhenAsked() {
		assertThrows(CancellationException.class, () -> new ModelDissector()
			.dissect(model, PlantedUnits.faces(model, FACES),
				DissectionOptions.DEFAULT, DissectionListener.NONE, Stopping
					.always()));
	}

	@Test
	void theReportIsWholeAndItsPicturesAreMarked(@TempDir final Path folder)
		throws IOException
	{
		DissectionReport.write(found, "m", folder, List.of());
		final var lines = Files.readAllLines(folder.resolve("m.units.csv"));
		assertEquals("decoder,layer,unit,concept,iou,effect", lines.get(0));
		assertTrue(lines.get(1).startsWith("a,up1,0,nose,0."), lines.get(1));
		assertEquals(1 + 32, lines.size());
		assertTrue(SyntheticMark.statement(Frames.metadata(folder.resolve(
			"m.units.tif"))).isPresent());
		try (var stack = Frames.open(folder.resolve("m.units.tif"))) {
			assertEquals(32, stack.count());
		}
		assertTrue(Files.readString(folder.resolve("m.dissection.html")).contains(
			"32 units; 6.3 % of them match"));
		for (final String table : List.of("overlaps", "effects", "groups", "twins"))
			assertTrue(Files.size(folder.resolve("m." + table + ".csv")) > 0, table);
	}

	@Test
	void quantilesOfAStreamAreThoseOfItsNumbers() {
		final var random = new SplittableRandom(1);
		final var quantile = new TopQuantile();
		final float[] values = new float[100_000];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (3 * random.nextGaussian() - 1);
		quantile.add(values);
		final float[] sorted = values.clone();
		java.util.Arrays.sort(sorted);
		for (final double share : new double[] { 0.005, 0.1, 0.9 }) {
			final double exact = sorted[(int) (values.length * (1 - share))];
			assertEquals(exact, quantile.above(share), 0.02 * Math.abs(exact));
		}
	}

	@Test
	void interpolationKeepsARamp() {
		final float[] ramp = new float[16];
		for (int i = 0; i < 16; i++)
			ramp[i] = i % 4 + 10 * (i / 4);
		final float[] fine = new float[64];
		new Upsampling(4, 8).apply(ramp, 0, fine);
		// Centres of the fine pixels lie a quarter of a coarse one apart from its.
		assertEquals(1.25 + 10 * 0.75, fine[2 * 8 + 3], 1e-6);
		assertEquals(0, fine[0], 1e-6);
		assertEquals(33, fine[63], 1e-6);
	}
}

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
package io.github.janusfiji.blink.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.janusfiji.blink.Activity;
import io.github.janusfiji.blink.Analyses;
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.BlinkEvidence;
import io.github.janusfiji.blink.BlinkStatistics;
import io.github.janusfiji.blink.Signals;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlinkReportTest {

	@TempDir
	Path folder;

	private static BlinkAnalysis threeBlinks() {
		return Analyses.of("clip.mp4", new Signals(25, 12).blink(2, 0.9).blink(5,
			0.9).blink(9, 0.6).without(150, 160), 300, 25);
	}

	private static JsonObject summary(final BlinkAnalysis analysis) {
		return JsonParser.parseString(BlinkSummary.json(analysis, BlinkStatistics.of(
			analysis, Activity.UNKNOWN))).getAsJsonObject();
	}

	private Set<String> files(final Path where) throws IOException {
		try (var list = Files.list(where)) {
			return list.map(p -> p.getFileName().toString()).collect(Collectors
				.toSet());
		}
	}

	@Test
	void writesTablesPlotAndSummary() throws IOException {
		final Path there = folder.resolve("new/folder");
		BlinkReport.write(threeBlinks(), there);
		BlinkReport.write(threeBlinks(), there);
		assertEquals(Set.of("clip.eyes.csv", "clip.blinks.csv", "clip.events.csv",
			"clip.eyes.png", "clip.events.png", "clip.blinks.html",
			"clip.summary.json"), files(there));

		final var eyes = Files.readAllLines(there.resolve("clip.eyes.csv"));
		assertEquals("frame,time,openness,probability_closed,ear,state,right,left",
			eyes.get(0));
		assertTrue(eyes.get(1).matches(
			"0,0\\.0000,1\\.0000,0\\.00\\d\\d,0\\.\\d{4},open,1\\.0000,1\\.0000"), eyes
				.get(1));
		assertEquals(1 + 290, eyes.size());
		assertTrue(eyes.get(151).startsWith("160,6.4000,"), eyes.get(151));

		final var blinks = Files.readAllLines(there.resolve("clip.blinks.csv"));
		assertTrue(blinks.get(0).startsWith(
			"blink,start,peak,end,amplitude,confidence,"), blinks.get(0));
		assertEquals(4, blinks.size());
		assertTrue(blinks.get(1).matches(
			"1,5\\d,5\\d,5\\d,0\\.\\d{4},[01]\\.\\d{4},.*"), blinks.get(1));

		final var events = Files.readAllLines(there.resolve("clip.events.csv"));
		assertEquals("event,kind,start,peak,end,from,to,duration,openness,confidence",
			events.get(0));
		// The third blink stops on the way down; the face is lost for 10 frames.
		assertEquals(1 + 4, events.size());
		assertTrue(events.get(3).startsWith("3,lost,150,154,159,6.0000,6.4000,"),
			events.get(3));
		assertTrue(events.get(4).startsWith("4,partial blink,"), events.get(4));

		final var image = ImageIO.read(there.resolve("clip.eyes.png").toFile());
		assertTrue(image.getWidth() >= 800 && image.getHeight() >= 250);
	}

	@Test
	void picturesOfAnOlderReportWithMoreEventsGo() throws IOException {
		final var others = Set.of("clip.events-2.csv", "clip.events-x.png",
			"clip2.events-2.png");
		for (final String name : others) Files.writeString(folder.resolve(name), "");
		for (final int sheet : new int[] { 2, 3, 12 }) Files.writeString(folder
			.resolve("clip.events-" + sheet + ".png"), "");
		BlinkReport.write(threeBlinks(), folder);
		assertEquals(7 + others.size(), files(folder).size());
		assertTrue(files(folder).containsAll(others));
	}

	@Test
	void summaryHoldsStatisticsAndNorms() {
		final var json = summary(threeBlinks());
		assertEquals(2, json.get("version").getAsInt());
		assertEquals(3, json.get("blinks").getAsInt());
		assertEquals(11.6, json.get("secondsWithEyes").getAsDouble(), 1e-9);
		assertEquals(3 / (11.6 / 60), json.get("blinksPerMinute").getAsDouble(),
			1e-3);
		assertEquals(2, json.getAsJsonArray("intervals").size());
		assertEquals(3.5, json.get("meanInterval").getAsDouble(), 0.1);
		final var norm = json.getAsJsonObject("norms").getAsJsonArray(
			"blinksPerMinute").get(0).getAsJsonObject();
		assertEquals("rest", norm.get("task").getAsString());
		assertEquals(17, norm.get("mean").getAsDouble());
		assertTrue(norm.get("source").getAsString().contains("Bentivoglio"));
		assertEquals("too short", json.getAsJsonObject("rate").get("finding")
			.getAsString());
	}

	@Test
	void withoutBlinksNothingIsMadeUp() throws IOException {
		final var none = Analyses.of("none", new Signals(30, 0.04).series(), 1, 30);
		BlinkReport.write(none, folder);
		assertEquals(2, Files.readAllLines(folder.resolve("none.eyes.csv")).size());
		assertEquals(1, Files.readAllLines(folder.resolve("none.blinks.csv"))
			.size());
		final var json = summary(none);
		assertTrue(json.get("meanDuration").isJsonNull());
		assertTrue(json.get("meanInterval").isJsonNull());
		assertEquals(0, BlinkReport.table(none).size());
	}

	@Test
	void thePageNeedsNothingElseAndGivesNoVerdict() throws IOException {
		final var analysis = threeBlinks();
		final String whole = BlinkPage.html(analysis, BlinkStatistics.of(analysis,
			Activity.CONVERSATION));
		assertTrue(whole.startsWith("<!DOCTYPE html>"));
		assertTrue(whole.contains("data:image/png;base64,"));
		final String page = whole.replaceAll("base64,[A-Za-z0-9+/=]+", "");
		assertFalse(page.contains("<script") || page.contains("http"), "not alone");
		assertTrue(page.contains("Too short to say"));
		assertFalse(page.toLowerCase(Locale.ROOT).contains("fake"));
		assertFalse(page.contains("NaN"));
	}

	@Test
	void whatAClipSaysOfItselfIsStated() throws IOException {
		final var a = threeBlinks();
		final var marked = new BlinkAnalysis("a & b.mp4", a.frames(), a.frameRate(), a
			.eyes(), a.blinks(), a.events(), a.faces(), new BlinkEvidence(List.of(),
				List.of(), Optional.of("SYNTHETIC: made from <c>")));
		final String page = BlinkPage.html(marked, BlinkStatistics.of(marked,
			Activity.UNKNOWN));
		assertTrue(page.contains("SYNTHETIC: made from &lt;c&gt;"));
		assertTrue(page.contains("a &amp; b.mp4"));
		assertEquals("SYNTHETIC: made from <c>", summary(marked).get(
			"statementOfOrigin").getAsString());
	}

	@Test
	void aFolderThatCannotBeMadeIsNamed() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), "x");
		final var e = assertThrows(InputException.class, () -> BlinkReport.write(
			threeBlinks(), file));
		assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
	}

	@Test
	void failureLeavesNothingBehind() throws IOException {
		Files.createDirectories(folder.resolve("clip.summary.json/in the way"));
		assertThrows(IOException.class, () -> BlinkReport.write(threeBlinks(),
			folder));
		assertEquals(Set.of("clip.summary.json"), files(folder));
	}

	@Test
	void tableHasTheColumnsOfTheFile() {
		final var table = BlinkReport.table(threeBlinks());
		assertEquals(3, table.size());
		assertEquals(BlinkTables.blinks(threeBlinks()).csv().lines().findFirst()
			.orElseThrow(), String.join(",", table.getHeadings()));
		assertEquals(2, table.getValue("blink", 1));
	}

	@Test
	void overlayColoursTheEyesOfEachSlice() {
		final var analysis = threeBlinks();
		final var overlay = BlinkOverlay.of(analysis);
		assertEquals(2 * analysis.faces().size(), overlay.size());
		assertEquals(1, overlay.get(0).getPosition());
		assertEquals(300, overlay.get(overlay.size() - 1).getPosition());
		final int peak = analysis.blinks().get(0).peak();
		assertTrue(overlay.get(2 * peak).getStrokeColor().getRed() > 200);
		assertTrue(overlay.get(2 * peak).getStrokeColor().getGreen() < 150);
		assertEquals(255, overlay.get(0).getStrokeColor().getGreen());
		assertEquals(0, overlay.get(0).getStrokeColor().getRed());
	}
}

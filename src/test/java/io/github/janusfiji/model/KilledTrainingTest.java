package io.github.janusfiji.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTrainingTest {

	@TempDir
	Path folder;

	/** {@link KilledTraining} does the same two hundred times. */
	@Test
	void aModelIsThereAfterEveryKill() throws IOException,
		InterruptedException
	{
		final int kills = 20;
		final int saves = KilledTraining.kill(folder, kills, 3);
		assertTrue(saves >= kills, saves + " saves");
		// A part of a file left by a kill must not hinder the next run.
		assertTrue(Files.exists(folder.resolve("m.janus")));
	}
}

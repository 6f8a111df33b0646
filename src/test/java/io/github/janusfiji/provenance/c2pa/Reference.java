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
package io.github.janusfiji.provenance.c2pa;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The reference implementation of C2PA (c2pa-rs), as WebAssembly on Node,
 * installed by {@code src/test/node/package.json} below {@code target}.
 */
public final class Reference {

	private static final Path SOURCE = Path.of("src/test/node");
	private static final Path HOME = Path.of("target/c2pa-reference");

	private Reference() {}

	/**
	 * Installs it. Without Node, npm or its registry the calling test is skipped,
	 * but on the CI machine it fails.
	 */
	public static synchronized void require() throws IOException {
		final boolean there = Files.isDirectory(HOME.resolve(
			"node_modules/@contentauth/c2pa-wasm")) || install();
		if ("true".equals(System.getenv("CI"))) Assertions.assertTrue(there,
			"CI must be able to install @contentauth/c2pa-wasm by npm");
		Assumptions.assumeTrue(there,
			"needs Node and npm's registry to install @contentauth/c2pa-wasm");
	}

	private static boolean install() throws IOException {
		Files.createDirectories(HOME);
		for (final String name : List.of("package.json", "validate.mjs")) Files.copy(
			SOURCE.resolve(name), HOME.resolve(name),
			StandardCopyOption.REPLACE_EXISTING);
		try {
			final Process npm = new ProcessBuilder("npm", "install", "--no-audit",
				"--no-fund", "--silent").directory(HOME.toFile()).redirectErrorStream(true)
					.redirectOutput(HOME.resolve("npm.log").toFile()).start();
			if (npm.waitFor(3, TimeUnit.MINUTES)) return npm.exitValue() == 0;
			npm.destroyForcibly();
			return false;
		}
		catch (final IOException e) {
			return false;
		}
		catch (final InterruptedException e) {
			throw new IOException(e);
		}
	}

	/**
	 * @param anchors a PEM file, or null
	 * @param files to be validated
	 * @return what it says of each: state, failures, successes, ingredients
	 */
	public static List<JsonObject> validate(final Path anchors,
		final List<Path> files) throws IOException
	{
		final var command = new ArrayList<>(List.of("node", "validate.mjs",
			anchors == null ? "-" : anchors.toAbsolutePath().toString()));
		files.forEach(f -> command.add(f.toAbsolutePath().toString()));
		final Process node = new ProcessBuilder(command).directory(HOME.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD).start();
		final String said = new String(node.getInputStream().readAllBytes());
		return said.lines().map(l -> JsonParser.parseString(l).getAsJsonObject())
			.toList();
	}
}

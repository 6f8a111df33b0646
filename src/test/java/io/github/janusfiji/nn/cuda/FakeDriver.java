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
package io.github.janusfiji.nn.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * NVIDIA's libraries for a card that is not there: the engine's own kernels,
 * compiled by g++ behind a driver on the processor.
 */
public final class FakeDriver {

	private static final Path FOLDER = Path.of("target", "fake-cuda");

	private FakeDriver() {}

	/**
	 * Builds the libraries. Without g++ the test is aborted, in CI it fails.
	 *
	 * @return the folder that they are in
	 */
	public static synchronized Path build() throws IOException,
		InterruptedException
	{
		Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"),
			"the driver without a card is built on Linux");
		final boolean there = Files.isExecutable(Path.of("/usr/bin/g++"));
		if ("true".equals(System.getenv("CI"))) Assertions.assertTrue(there,
			"g++ is missing: .ci/run installs it");
		Assumptions.assumeTrue(there, "needs g++ for the driver without a card");
		Files.createDirectories(FOLDER);
		final String source = CudaCompiler.source();
		Files.writeString(FOLDER.resolve("kernels.cu"), source);
		Files.writeString(FOLDER.resolve("entries.inc"), Pattern.compile(
			"(?m)^KERNEL (\\w+)\\(").matcher(source).results().map(kernel -> "ENTRY(" +
				kernel.group(1) + ")\n").collect(Collectors.joining()));
		final Path library = FOLDER.resolve("fake.so"), said = FOLDER.resolve(
			"g++.txt");
		final var gcc = new ProcessBuilder("g++", "-std=c++17", "-O2", "-Wall",
			"-fPIC", "-shared", "-I", FOLDER.toString(), "-o", library.toString(),
			"src/test/native/cuda.cpp").redirectErrorStream(true).redirectOutput(said
				.toFile());
		assertEquals(0, gcc.start().waitFor(), Files.readString(said));
		for (final String name : List.of("libcuda.so.1", "libnvrtc.so.12",
			"libcublas.so.12"))
		{
			Files.deleteIfExists(FOLDER.resolve(name));
			Files.copy(library, FOLDER.resolve(name));
		}
		return FOLDER.toAbsolutePath();
	}
}

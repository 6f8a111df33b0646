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

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * NVIDIA's libraries that the user has installed, of CUDA 12 or 13. They are
 * looked for in the folders of the property {@code janus.cuda}, then in CUDA's
 * usual folders, then where the system looks.
 *
 * @param driver of the card
 * @param compiler of kernels
 * @param blas products of matrices
 */
record CudaLibraries(CudaApi.Driver driver, CudaApi.Compiler compiler,
	CudaApi.Blas blas)
{

	/** Folders with the libraries, or {@code off}. */
	static final String PROPERTY = "janus.cuda";

	private static final boolean WINDOWS = System.getProperty("os.name")
		.startsWith("Windows");

	/**
	 * @param folders where to look first
	 * @return the three libraries
	 * @throws IllegalStateException in one sentence, if one of them is missing
	 */
	static CudaLibraries load(final List<Path> folders) {
		return new CudaLibraries(driver(folders), find(folders,
			CudaApi.Compiler.class, "The compiler of kernels (NVRTC)",
			"cuda-nvrtc-12-x or cuda-nvrtc-13-x", WINDOWS ? List.of(
				"nvrtc64_130_0.dll", "nvrtc64_120_0.dll") : List.of(
					"libnvrtc.so.13", "libnvrtc.so.12")), find(folders,
						CudaApi.Blas.class, "The library of products of matrices (cuBLAS)",
						"libcublas-12-x or libcublas-13-x", WINDOWS ? List.of(
							"cublas64_13.dll", "cublas64_12.dll") : List.of(
								"libcublas.so.13", "libcublas.so.12")));
	}

	private static CudaApi.Driver driver(final List<Path> folders) {
		final var driver = open(folders, CudaApi.Driver.class, WINDOWS ? List.of(
			"nvcuda.dll") : List.of("libcuda.so.1"));
		if (driver == null) throw new IllegalStateException(
			"No NVIDIA driver was found: if this machine has an NVIDIA card, install " +
				"its driver, 525 or later for CUDA 12 and 580 or later for CUDA 13.");
		return driver;
	}

	private static <T extends Library> T find(final List<Path> folders,
		final Class<T> type, final String what, final String debian,
		final List<String> names)
	{
		final T library = open(folders, type, names);
		if (library == null) throw new IllegalStateException(what + " of CUDA 12 or " +
			"13 was not found (" + String.join(", ", names) + "): install NVIDIA's " +
			"CUDA Toolkit" + (WINDOWS ? "" : ", or of it the package " + debian) +
			", or name its folder by -D" + PROPERTY + "=FOLDER.");
		return library;
	}

	private static <T extends Library> T open(final List<Path> folders,
		final Class<T> type, final List<String> names)
	{
		for (final String name : names)
			for (final Path folder : folders) {
				final Path file = folder.resolve(name);
				if (!Files.exists(file)) continue;
				final T library = open(file.toString(), type);
				if (library != null) return library;
			}
		return names.stream().map(name -> open(name, type)).filter(
			library -> library != null).findFirst().orElse(null);
	}

	private static <T extends Library> T open(final String name,
		final Class<T> type)
	{
		try {
			return Native.load(name, type);
		}
		catch (final UnsatisfiedLinkError e) {
			// Another name or folder may do.
			return null;
		}
	}

	/** @return the folders to look in, those that the user named first */
	static List<Path> folders() {
		final List<Path> folders = new ArrayList<>();
		for (final String named : System.getProperty(PROPERTY, "").split(
			File.pathSeparator))
			if (!named.isBlank()) folders.add(Path.of(named));
		final String home = System.getenv("CUDA_PATH");
		Stream.of(home == null ? "" : home, WINDOWS ? "" : "/usr/local/cuda").filter(
			path -> !path.isEmpty()).map(Path::of).forEach(path -> {
				for (final String part : List.of("bin", "bin/x64", "lib64", "lib"))
					folders.add(path.resolve(part));
			});
		return folders;
	}
}

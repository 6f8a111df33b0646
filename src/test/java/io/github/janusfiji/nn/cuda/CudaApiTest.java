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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The declarations of NVIDIA's functions against those that JavaCPP's presets
 * were generated with from NVIDIA's own headers. The presets' classes are looked
 * at, never initialised: they would load libraries.
 */
class CudaApiTest {

	static List<Method> functions() {
		return Stream.of(CudaApi.Driver.class, CudaApi.Compiler.class,
			CudaApi.Blas.class).flatMap(type -> Arrays.stream(type
				.getDeclaredMethods())).toList();
	}

	@ParameterizedTest
	@MethodSource("functions")
	void parametersAreThoseOfTheHeaders(final Method function)
		throws ReflectiveOperationException
	{
		final String preset = function.getDeclaringClass() == CudaApi.Driver.class
			? "cudart" : function.getDeclaringClass() == CudaApi.Blas.class ? "cublas"
				: "nvrtc";
		final var names = List.of(function.getName(), function.getName().replace(
			"_v2", ""));
		final Set<List<Integer>> known = Arrays.stream(Class.forName(
			"org.bytedeco.cuda.global." + preset, false, getClass().getClassLoader())
			.getDeclaredMethods()).filter(method -> names.contains(method.getName()))
			.map(CudaApiTest::bytes).collect(Collectors.toSet());
		assertEquals(int.class, function.getReturnType());
		assertTrue(known.contains(bytes(function)), function + ": " + bytes(
			function) + " is not among " + known);
	}

	/** Bytes of each parameter on a 64-bit system; pointers have 8. */
	private static List<Integer> bytes(final Method method) {
		return Arrays.stream(method.getParameterTypes()).map(
			type -> type == int.class || type == float.class ? 4 : 8).toList();
	}

	/** Each function that the tests' own driver has, and no other, is called. */
	@Test
	void theDriverWithoutACardHasEachOfThem() throws IOException {
		final var has = new TreeSet<String>();
		Pattern.compile("(?m)^int (cu\\w+|nvrtc\\w+)\\(").matcher(
			Files.readString(Path.of(
				"src/test/native/cuda.cpp"))).results().forEach(found -> has.add(found
					.group(1)));
		assertEquals(has, functions().stream().map(Method::getName).collect(
			Collectors.toCollection(TreeSet::new)));
	}
}

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
package io.github.janusfiji.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Stopping;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Adler32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VggFaceZooTest {

	@TempDir
	Path folder;

	private final byte[] served = new byte[300_000];
	private final AtomicInteger requests = new AtomicInteger();
	private HttpServer server;
	private URI address;

	@BeforeEach
	void serve() throws IOException {
		new Random(7).nextBytes(served);
		server = HttpServer.create(new InetSocketAddress(InetAddress
			.getLoopbackAddress(), 0), 0);
		server.createContext("/models/" + VggFaceZoo.FILE, exchange -> {
			requests.incrementAndGet();
			exchange.sendResponseHeaders(200, served.length);
			try (var out = exchange.getResponseBody()) {
				out.write(served);
			}
		});
		server.start();
		address = URI.create("http://" + InetAddress.getLoopbackAddress()
			.getHostAddress() + ":" + server.getAddress().getPort() + "/models/");
	}

	@AfterEach
	void stop() {
		server.stop(0);
	}

	private static long adler(final byte[] bytes) {
		final var sum = new Adler32();
		sum.update(bytes);
		return sum.getValue();
	}

	@Test
	void theFileIsFetchedOnce() throws IOException {
		final var zoo = new VggFaceZoo(folder.resolve("models/vgg16"), address,
			adler(served));
		final Path file = zoo.file(Progress.NONE);
		assertArrayEquals(served, Files.readAllBytes(file));
		assertEquals(file, zoo.file(Progress.NONE));
		assertEquals(1, requests.get());
		// With what is remembered of it.
		assertEquals(2, count());
	}

	@Test
	void whatWasUsedFirstIsRemembered() throws IOException {
		final var zoo = new VggFaceZoo(folder.resolve("models/vgg16"), address,
			adler(served));
		final Path file = zoo.file(Progress.NONE);
		Files.writeString(file.resolveSibling(VggFaceZoo.FILE + ".sha256"),
			served.length + " another\n");
		assertTrue(assertThrows(InputException.class, () -> zoo.file(Progress.NONE))
			.getMessage().contains("not the file that was used first"));
	}

	@Test
	void nothingIsFetchedWithoutEncryption() {
		final var zoo = new VggFaceZoo(folder.resolve("models/vgg16"), URI.create(
			"http://example.org/models/"), 1);
		assertTrue(assertThrows(InputException.class, () -> zoo.file(Progress.NONE))
			.getMessage().contains("https only"));
	}

	@Test
	void aDamagedFileIsReplacedByTheRightOne() throws IOException {
		final var zoo = new VggFaceZoo(folder.resolve("models/vgg16"), address,
			adler(served));
		final Path file = zoo.folder().resolve(VggFaceZoo.FILE);
		Files.createDirectories(zoo.folder());
		Files.write(file, Arrays.copyOf(served, served.length / 2));
		assertEquals(file, zoo.file(Progress.NONE));
		assertArrayEquals(served, Files.readAllBytes(file));
		assertEquals(2, count());
	}

	@Test
	void aDamagedFileIsNeverTakenForTheRightOne() throws IOException {
		server.stop(0);
		final var zoo = new VggFaceZoo(folder.resolve("models/vgg16"), address,
			adler(served));
		Files.createDirectories(zoo.folder());
		Files.write(zoo.folder().resolve(VggFaceZoo.FILE), new byte[9]);
		assertThrows(InputException.class, () -> zoo.file(Progress.NONE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost/zoo", "http://localhost/zoo/" })
	void theAddressOfDl4jMayEndInASlashOrNot(final String said) {
		final String property = "org.deeplearning4j.dl4jresources.baseurl";
		final String before = System.getProperty(property);
		System.setProperty(property, said);
		try {
			assertEquals(URI.create("http://localhost/zoo/models/"), VggFaceZoo
				.usual().address());
		}
		finally {
			if (before == null) System.clearProperty(property);
			else System.setProperty(property, before);
		}
	}

	@Test
	void aPathWithoutANameIsTakenAsItIs() throws IOException {
		final Path root = folder.getRoot();
		assertEquals(root, PerceptualFile.locate(root, Progress.NONE));
	}

	@Test
	void anotherFileIsRefusedAndNotKept() throws IOException {
		final var zoo = new VggFaceZoo(folder.resolve("models/vgg16"), address,
			adler(served) + 1);
		final String message = assertThrows(InputException.class, () -> zoo.file(
			Progress.NONE)).getMessage();
		assertTrue(message.contains("checksum") && message.contains(
			"name the file"), message);
		assertEquals(0, count());
	}

	@Test
	void anAddressThatDoesNotAnswerEndsWithASentence() throws IOException {
		server.stop(0);
		final var zoo = new VggFaceZoo(folder.resolve("models/vgg16"), address, 1);
		final String message = assertThrows(InputException.class, () -> zoo.file(
			Progress.NONE)).getMessage();
		assertTrue(message.contains(address.toString()), message);
		assertEquals(0, count());
	}

	@Test
	void fetchingCanBeStopped() throws IOException {
		final var zoo = new VggFaceZoo(folder.resolve("models/vgg16"), address,
			adler(served));
		final var stopped = Stopping.always();
		assertThrows(CancellationException.class, () -> zoo.file(stopped));
		assertEquals(0, count());
	}

	@Test
	void aFileOfThatNameIsTakenAsItIs() throws IOException {
		final Path own = Files.createFile(folder.resolve(VggFaceZoo.NAME));
		assertEquals(own, PerceptualFile.locate(own, Progress.NONE));
	}

	private long count() throws IOException {
		try (var files = Files.list(folder.resolve("models/vgg16"))) {
			return files.count();
		}
	}
}

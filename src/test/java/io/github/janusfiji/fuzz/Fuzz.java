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
package io.github.janusfiji.fuzz;

import com.sun.management.ThreadMXBean;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives damaged inputs to a reader. What is neither read nor refused with a
 * sentence of Janus's own, takes too long or too much memory is a fault.
 */
public final class Fuzz {

	/** Longest that one input may take, ns: far more than any takes. */
	private static final long LONGEST = 20_000_000_000L;

	/** Most that Java may take for one input, bytes. */
	private static final long MOST = 1L << 29;

	private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory
		.getThreadMXBean();

	/** Reads an input as the program does. */
	@FunctionalInterface
	public interface Reader {

		/**
		 * @param input damaged
		 * @throws IOException if it is refused
		 */
		void read(byte[] input) throws IOException;
	}

	/**
	 * Something that is read.
	 *
	 * @param name for people
	 * @param seeds good inputs
	 * @param reader reads it
	 */
	public record Target(String name, List<byte[]> seeds, Reader reader) {}

	private final Target target;
	private final Path faults;
	private final AtomicLong begun = new AtomicLong();
	private volatile String fault;
	private volatile byte[] input = new byte[0];
	private long executions;

	/**
	 * @param target what is read
	 * @param faults folder for inputs that were neither read nor refused
	 */
	public Fuzz(final Target target, final Path faults) {
		this.target = target;
		this.faults = faults;
	}

	/**
	 * @param target what to read from a file
	 * @param folder for the file
	 * @param name of the file
	 * @param seeds good files
	 * @param reader reads the file
	 * @return the target
	 */
	public static Target ofFile(final String target, final Path folder,
		final String name, final List<byte[]> seeds, final FileReader reader)
	{
		final Path file = folder.resolve(name);
		return new Target(target, seeds, bytes -> {
			Files.write(file, bytes);
			reader.read(file);
		});
	}

	/** Reads a file as the program does. */
	@FunctionalInterface
	public interface FileReader {

		/**
		 * @param file damaged
		 * @throws IOException if it is refused
		 */
		void read(Path file) throws IOException;
	}

	/**
	 * @param count inputs to try at least
	 * @param nanos time to go on for
	 * @param seed of the damages
	 * @return how many were tried
	 * @throws IllegalStateException if there is a fault; its input is kept
	 */
	public long run(final long count, final long nanos, final long seed)
		throws IOException, InterruptedException
	{
		final long end = System.nanoTime() + nanos;
		final var mutator = new Mutator(seed);
		begun.set(System.nanoTime());
		final var work = new Thread(() -> {
			for (long i = 0; fault == null && (i < count || System
				.nanoTime() < end); i++)
			{
				input = mutator.next(target.seeds());
				begun.set(System.nanoTime());
				one();
				executions = i + 1;
			}
		}, "fuzz " + target.name());
		work.setDaemon(true);
		work.start();
		while (work.isAlive() && fault == null) {
			work.join(200);
			if (System.nanoTime() - begun.get() > LONGEST) fault = "takes too long at " +
				List.of(work.getStackTrace()).subList(0, Math.min(6, work
					.getStackTrace().length));
		}
		if (fault == null) return executions;
		Files.createDirectories(faults);
		final Path kept = Files.write(faults.resolve(target.name().replaceAll(
			"\\W+", "-") + "-" + seed), input);
		throw new IllegalStateException(target.name() + ", input " + executions +
			" (" + kept + "): " + fault);
	}

	private void one() {
		final long before = MEMORY.getThreadAllocatedBytes(Thread.currentThread()
			.getId());
		try {
			target.reader().read(input);
		}
		catch (final InputException e) {
			if (!isSentence(e.getMessage())) fault = "no sentence: " + e.getMessage();
		}
		catch (final UncheckedIOException e) {
			if (!(e.getCause() instanceof InputException)) fault = told(e);
		}
		catch (final Throwable e) {
			fault = told(e);
		}
		final long taken = MEMORY.getThreadAllocatedBytes(Thread.currentThread()
			.getId()) - before;
		if (taken > MOST && fault == null) fault = "takes " + taken / 1_000_000 +
			" MB";
	}

	private static String told(final Throwable fault) {
		final var stack = fault.getStackTrace();
		return fault + " at " + List.of(stack).subList(0, Math.min(8,
			stack.length));
	}

	/**
	 * @param text for the user
	 * @return whether it is a sentence of Janus's own, without words of Java's
	 */
	static boolean isSentence(final String text) {
		return text != null && text.length() > 15 && text.endsWith(".") && !text
			.contains("(null)") && !text.contains("Exception") && !text.contains(
				"java.") && !text.contains("Cannot invoke") && !text.contains(
					"Failed to invoke") && !text.contains("END header") && !text.contains(
						"Input length");
	}
}

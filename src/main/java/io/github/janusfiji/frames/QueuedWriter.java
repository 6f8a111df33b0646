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
package io.github.janusfiji.frames;

import io.github.janusfiji.task.Output;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Optional;

/** Encodes on a thread of its own while the caller computes the next frame. */
final class QueuedWriter implements FrameWriter {

	private static final long BYTES = 64L << 20;

	/** Makes the sink once its temporary place is known. */
	interface SinkFactory {

		FrameSink make() throws IOException;
	}

	private final Output output;
	private final FrameSink sink;
	private final Optional<Sealing> sealing;
	private final int width;
	private final int height;
	private final boolean anySize;
	private final int capacity;
	private final ArrayDeque<Frame> waiting = new ArrayDeque<>();
	private final Thread thread;
	private long written;
	private boolean finished;
	private boolean abandoned;
	private boolean settled;
	private Throwable failure;

	/**
	 * @param output removed by this writer unless it is committed
	 * @param sealing signs it, if it has to be signed
	 * @param anySize whether frames may be smaller than the output
	 */
	QueuedWriter(final Output output, final SinkFactory factory,
		final Optional<Sealing> sealing, final int width, final int height,
		final boolean anySize)
		throws IOException
	{
		this.sealing = sealing;
		this.output = output;
		this.anySize = anySize;
		this.width = width;
		this.height = height;
		capacity = (int) Math.max(2, Math.min(8, BYTES / (4L * width * height)));
		FrameSink made = null;
		try {
			made = factory.make();
		}
		catch (final IOException exc) {
			throw output.explain(exc);
		}
		finally {
			if (made == null) output.close();
		}
		sink = made;
		thread = Threads.start("Janus writes " + output.target().getFileName(),
			this::encode);
	}

	private void encode() {
		try (sink) {
			for (var frame = take(); frame != null; frame = take()) {
				final double time = sink.write(frame);
				if (sealing.isPresent()) sealing.get().wrote(frame, time);
			}
			if (isAbandoned()) return;
			sink.finish();
			if (sealing.isPresent()) sealing.get().finished(sink.print());
		}
		catch (IOException | RuntimeException | Error exc) {
			fail(exc);
		}
		catch (final InterruptedException exc) {
			fail(new InterruptedIOException("Writing was interrupted."));
		}
	}

	private synchronized Frame take() throws InterruptedException {
		while (waiting.isEmpty() && !finished && !abandoned) wait();
		final var frame = abandoned ? null : waiting.poll();
		notifyAll();
		return frame;
	}

	private synchronized boolean isAbandoned() {
		return abandoned;
	}

	private synchronized void fail(final Throwable reason) {
		if (failure == null) failure = reason;
		notifyAll();
	}

	@Override
	public synchronized void write(final Frame frame) throws IOException {
		if (finished || abandoned) throw new IllegalStateException(
			"The writer is closed.");
		if (!anySize && (frame.width() != width || frame.height() !=
			height)) throw new IllegalArgumentException("A frame of " + frame.width() + "×" +
				frame.height() + " px does not fit an output of " + width + "×" +
				height + " px.");
		try {
			while (waiting.size() >= capacity && failure == null) wait();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Writing was interrupted.");
		}
		rethrow();
		waiting.add(FrameCache.copy(frame));
		written++;
		notifyAll();
	}

	private void rethrow() throws IOException {
		if (failure instanceof IOException exc) throw output.explain(exc);
		if (failure instanceof UncheckedIOException exc) throw output.explain(exc
			.getCause());
		if (failure instanceof RuntimeException exc) throw exc;
		if (failure instanceof Error exc) throw exc;
	}

	@Override
	public void commit() throws IOException {
		synchronized (this) {
			if (finished || abandoned) throw new IllegalStateException(
				"The writer is closed.");
			finished = true;
			notifyAll();
		}
		boolean done = false;
		try {
			if (written == 0) throw new IOException(
				"there were no frames to write");
			Threads.end(thread);
			rethrow();
			if (sealing.isPresent()) seal();
			output.commit();
			if (sealing.isPresent()) sealing.get().committed(output.target());
			done = true;
		}
		catch (final IOException exc) {
			throw written == 0 ? output.explain(exc) : exc;
		}
		finally {
			if (done) settled = true;
			else close();
		}
	}

	private void seal() throws IOException {
		try {
			sealing.get().finish(output.temporary(), output.target());
		}
		catch (final IOException exc) {
			throw output.explain(exc);
		}
	}

	@Override
	public void close() {
		synchronized (this) {
			abandoned = true;
			waiting.clear();
			notifyAll();
		}
		Threads.end(thread);
		if (settled) return;
		settled = true;
		try {
			output.close();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException("The unfinished file " +
				output.temporary() + " could not be removed; delete it.", exc);
		}
	}
}

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
package io.github.janusfiji.faceset;

import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.janusfiji.task.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/**
 * Crops of a face set as a stack that reads each slice when it is shown. Slices
 * can be deleted, which costs nothing and changes no file.
 */
final class FaceStack extends VirtualStack implements Closeable {

	private FaceSet set;
	private List<Integer> order;

	/**
	 * @param set the faces; closed with this stack
	 * @param order index in the set of each slice
	 */
	FaceStack(final FaceSet set, final List<Integer> order) {
		super(set.size(), set.size(), null, null);
		this.set = set;
		this.order = new ArrayList<>(order);
		setBitDepth(24);
	}

	@Override
	public synchronized ImageProcessor getProcessor(final int n) {
		try {
			return new ColorProcessor(set.size(), set.size(), set.crop(order.get(n -
				1)));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	@Override
	public synchronized int getSize() {
		return order.size();
	}

	@Override
	public int size() {
		return getSize();
	}

	@Override
	public synchronized String getSliceLabel(final int n) {
		final int index = order.get(n - 1);
		return FaceLabel.of(index, set.faces().get(index));
	}

	@Override
	public synchronized void deleteSlice(final int n) {
		order.remove(n - 1);
	}

	@Override
	public void deleteLastSlice() {
		deleteSlice(getSize());
	}

	/** @return the faces that the slices are of */
	synchronized FaceSet set() {
		return set;
	}

	/**
	 * Writes the slices that are left as a face set. If its place is that of the
	 * faces shown, the new ones are shown afterwards.
	 *
	 * @param output a {@code .tif}
	 * @param progress told each crop
	 * @return number of faces written
	 * @throws IOException if it cannot be written; the slices stay then
	 */
	int save(final Path output, final Progress progress) throws IOException {
		final List<Integer> slices;
		synchronized (this) {
			slices = List.copyOf(order);
		}
		final var kept = new HashSet<>(slices);
		try (var writer = set().prepare(output, kept::contains, progress)) {
			synchronized (this) {
				if (set.isAt(output)) replace(writer, slices);
				else writer.commit();
			}
		}
		return kept.size();
	}

	/** The old file must be closed before some systems give away its name. */
	private void replace(final FaceSetWriter writer,
		final List<Integer> slices) throws IOException
	{
		final Path path = set.path();
		set.close();
		try {
			writer.commit();
		}
		catch (final IOException exc) {
			set = FaceSet.open(path);
			throw exc;
		}
		set = FaceSet.open(path);
		final var sorted = slices.stream().sorted().toList();
		order = new ArrayList<>(slices.stream().map(i -> Collections.binarySearch(
			sorted, i)).toList());
	}

	/** Closes the file of the faces. */
	@Override
	public synchronized void close() {
		set.close();
	}
}

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
package io.github.janusfiji.task;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The right to write an output, from the beginning of the work to its end: no
 * two jobs of one program or of several have it at once. The folders that the
 * output needs are made; those that stay empty are removed again.
 */
public final class OutputLock implements AutoCloseable {

	private static final Map<Path, OutputLock> HELD = new ConcurrentHashMap<>();

	/** Locked instead of the content, which stays readable under Windows. */
	private static final long PLACE = Long.MAX_VALUE - 1;

	private static final int TRIES = 20;

	/** Locks' files differ in their length, which is seen without opening. */
	private static final int LENGTHS = 2000;

	private final Path target;
	private final Path file;
	private final String text;
	private final MadeFolders made;
	private FileChannel channel;

	private OutputLock(final Path target, final MadeFolders made,
		final String doing)
	{
		this.target = target;
		this.made = made;
		file = Leftovers.lock(target);
		text = OwnProcess.NAMED + "\n" + doing + "\n" + " ".repeat(
			ThreadLocalRandom.current().nextInt(LENGTHS));
	}

	/**
	 * Also removes what killed programs left in the output's folder.
	 *
	 * @param output a file or folder; a symbolic link is followed
	 * @param doing what is done to it, as in "trained"
	 * @return the right to write it
	 * @throws InputException if another job has it, or the folder cannot be
	 *           written; in one sentence
	 */
	public static OutputLock of(final Path output, final String doing)
		throws InputException
	{
		final Path followed = followed(output);
		final MadeFolders made = MadeFolders.above(followed);
		try {
			final Path target = followed.getParent().toRealPath().resolve(followed
				.getFileName());
			final var lock = new OutputLock(target, made, doing);
			final OutputLock other = HELD.putIfAbsent(target, lock);
			if (other != null) throw lock.taken(other.text);
			boolean taken = false;
			try {
				lock.take();
				taken = true;
				Leftovers.sweep(target.getParent(), OutputLock::removeIfDead);
				return lock;
			}
			finally {
				if (!taken) HELD.remove(target, lock);
			}
		}
		catch (final IOException e) {
			made.removeIfEmpty();
			throw WriteFailure.beginning(followed, e);
		}
	}

	/** Where a chain of symbolic links leads to, which need not exist. */
	private static Path followed(final Path output) throws InputException {
		Path place = output.toAbsolutePath();
		for (int i = 0; Files.isSymbolicLink(place); i++) {
			if (i == TRIES) throw new InputException(output +
				" is a link that leads nowhere; choose another output.");
			try {
				place = place.resolveSibling(Files.readSymbolicLink(place));
			}
			catch (final IOException e) {
				throw WriteFailure.beginning(place, e);
			}
		}
		if (place.getFileName() == null || place.getParent() == null)
			throw new InputException(output +
				" cannot be written; choose a file or folder below it.");
		return place;
	}

	private void take() throws IOException {
		for (int i = 0; i < TRIES; i++) {
			channel = FileChannel.open(file, StandardOpenOption.CREATE,
				StandardOpenOption.READ, StandardOpenOption.WRITE);
			boolean mine = false;
			try {
				final String before = read(channel);
				if (!lock(channel, before)) throw taken(before);
				channel.truncate(0);
				channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
					0);
				mine = isMine();
			}
			finally {
				if (!mine) channel.close();
			}
			// The last owner may have removed the file after it was opened here.
			if (mine) return;
		}
		throw new IOException("its lock " + file + " cannot be had");
	}

	private static boolean lock(final FileChannel channel, final String owner) {
		try {
			return channel.tryLock(PLACE, 1, false) != null;
		}
		catch (final OverlappingFileLockException e) {
			return false;
		}
		catch (final IOException e) {
			// Some network disks know no locks; then the name has to do.
			return owner.isBlank() || OwnProcess.isDead(process(owner));
		}
	}

	/** Opening and closing the file here would give up the lock (POSIX). */
	private boolean isMine() throws IOException {
		try {
			return Files.size(file) == text.getBytes(StandardCharsets.UTF_8).length;
		}
		catch (final NoSuchFileException e) {
			return false;
		}
	}

	private static String read(final FileChannel channel) throws IOException {
		final var bytes = ByteBuffer.allocate(1024);
		channel.read(bytes, 0);
		return new String(bytes.array(), 0, bytes.position(),
			StandardCharsets.UTF_8);
	}

	private static String process(final String text) {
		return text.lines().findFirst().orElse("");
	}

	private TakenException taken(final String by) {
		final String doing = by.lines().skip(1).findFirst().orElse("written");
		return new TakenException(target.getFileName() + " is being " + doing +
			" already, by " + OwnProcess.told(process(by)) +
			": wait until that is done, or choose another output.");
	}

	/** Removes a lock's file if its owner was killed. */
	static void removeIfDead(final Path file) throws IOException {
		for (final OutputLock own : HELD.values()) if (own.file.equals(file)) return;
		try (var channel = FileChannel.open(file, StandardOpenOption.READ,
			StandardOpenOption.WRITE))
		{
			final String owner = read(channel);
			if (!OwnProcess.isDead(process(owner))) return;
			if (lock(channel, owner)) Files.deleteIfExists(file);
		}
		catch (final NoSuchFileException e) {
			return; // its owner was faster
		}
	}

	/** @return the output's place, absolute, behind all links */
	public Path target() {
		return target;
	}

	@Override
	public void close() throws IOException {
		if (!HELD.remove(target, this)) return;
		try (var held = channel) {
			Files.deleteIfExists(file);
		}
		made.removeIfEmpty();
	}
}

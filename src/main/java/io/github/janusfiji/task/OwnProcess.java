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

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Processes as they are named in files: machine, number and start, because
 * numbers are used again, and at once where programs run in containers.
 */
final class OwnProcess {

	/** A process in a file's name or content: machine, number, start. */
	static final String PATTERN = "([0-9a-f]{1,8})-(\\d{1,18})-(\\d{1,18})";

	private static final Pattern NAME = Pattern.compile(PATTERN);

	/** Seconds by which two readings of one process's start may differ. */
	private static final long CLOCK = 3;

	private static final String MACHINE = Integer.toHexString(machine()
		.hashCode());

	/** The name of this process. */
	static final String NAMED = MACHINE + "-" + ProcessHandle.current().pid() +
		"-" + start(ProcessHandle.current());

	private OwnProcess() {}

	private static String machine() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (final UnknownHostException e) {
			return "unnamed";
		}
	}

	private static long start(final ProcessHandle process) {
		return process.info().startInstant().map(Instant::getEpochSecond).orElse(
			0L);
	}

	/**
	 * @param name as {@link #NAMED} was in some process
	 * @return whether that process has ended for certain; a process of another
	 *         machine never has
	 */
	static boolean isDead(final String name) {
		final Matcher m = NAME.matcher(name);
		if (!m.matches() || !m.group(1).equals(MACHINE)) return false;
		final Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(m
			.group(2)));
		if (process.isEmpty() || !process.get().isAlive()) return true;
		final long then = Long.parseLong(m.group(3));
		final long now = start(process.get());
		return then != 0 && now != 0 && Math.abs(then - now) > CLOCK;
	}

	/** @return the process for people: its number */
	static String told(final String name) {
		final Matcher m = NAME.matcher(name);
		if (!m.matches()) return "another program";
		return name.equals(NAMED) ? "this program" : "process " + m.group(2) + (m
			.group(1).equals(MACHINE) ? "" : " of another computer");
	}
}

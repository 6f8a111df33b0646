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
package io.github.janusfiji.natives;

import org.bytedeco.javacpp.Loader;

/** Classes of JavaCPP that describe a library, initialised without loading it. */
public final class Presets {

	private static final String SWITCH = "org.bytedeco.javacpp.loadlibraries";

	private Presets() {}

	/**
	 * Initialises classes while JavaCPP loads no libraries and warns of no
	 * versions. What was initialised so must be loaded by hand if it is needed.
	 *
	 * @param names full names of the classes
	 * @throws NoClassDefFoundError if one of them is missing
	 */
	public static void initialise(final String... names) {
		// No other library is loaded meanwhile: JavaCPP loads under this lock.
		synchronized (Loader.class) {
			final String before = System.getProperty(SWITCH);
			System.setProperty(SWITCH, "false");
			try {
				for (final String name : names)
					Class.forName(name, true, Presets.class.getClassLoader());
			}
			catch (final ClassNotFoundException e) {
				throw new NoClassDefFoundError(e.getMessage());
			}
			finally {
				if (before == null) System.clearProperty(SWITCH);
				else System.setProperty(SWITCH, before);
			}
		}
	}
}

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
package io.github.janusfiji.host;

import java.net.URL;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentence that names the jar which is missing, or in the way, when a class, a
 * method or a native library cannot be found. Refers to nothing outside the
 * JDK, so that it can speak when everything else is missing.
 */
public final class MissingJar {

	/** Packages and the jars that hold them, the special before the general. */
	private static final Map<String, String> JARS = new LinkedHashMap<>();

	static {
		JARS.put("org.scijava.parsington.", "parsington");
		JARS.put("org.scijava.", "scijava-common");
		JARS.put("net.imglib2.", "imglib2");
		JARS.put("com.google.gson.", "gson");
		JARS.put("org.bytedeco.javacpp.", "javacpp");
		JARS.put("org.bytedeco.javacv.", "javacv");
		JARS.put("org.bytedeco.opencv.", "opencv");
		JARS.put("org.bytedeco.ffmpeg.", "ffmpeg");
		JARS.put("org.bytedeco.openblas.", "openblas");
		JARS.put("org.nd4j.linalg.cpu.", "nd4j-native");
		JARS.put("org.nd4j.nativeblas.", "nd4j-native-api");
		JARS.put("org.nd4j.", "nd4j-api");
		JARS.put("org.deeplearning4j.", "deeplearning4j-nn");
		JARS.put("ij.", "ij");
	}

	private static final Pattern CLASS_NAME = Pattern.compile(
		"[a-z][\\w$]*(?:[./][\\w$]+)+");

	private MissingJar() {}

	/**
	 * @param fault what the Java machine threw
	 * @return one sentence that names the jar and says what to do
	 */
	public static String sentence(final Throwable fault) {
		Throwable root = fault;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
		}
		if (root instanceof UnsatisfiedLinkError) return "A native library of Janus could not be loaded (" +
			root.getMessage() + "): install the Janus bundle for this operating system.";
		final String type = className(root.getMessage());
		final String jar = jarOf(type);
		final String there = location(type);
		if (there.isEmpty()) return "Janus needs the jar " + jar +
			", which is missing (" + type + " was not found): put it into the folder 'jars'.";
		return "The jar " + there + " is another version of " + jar +
			" than Janus needs (" + root.getMessage() +
			"): remove it or update it.";
	}

	private static String className(final String message) {
		final Matcher m = CLASS_NAME.matcher(message == null ? "" : message);
		String last = "an unnamed class";
		while (m.find()) {
			last = m.group().replace('/', '.');
			if (!jarOf(last).startsWith("that holds")) return last;
		}
		return last;
	}

	private static String jarOf(final String type) {
		for (final var entry : JARS.entrySet()) {
			if (type.startsWith(entry.getKey())) return entry.getValue();
		}
		return "that holds " + type;
	}

	/** The jar a class was loaded from, or nothing if there is no such class. */
	private static String location(final String type) {
		for (String name = type; name.contains("."); name = name.substring(0, name
			.lastIndexOf('.')))
		{
			try {
				final CodeSource source = Class.forName(name, false, MissingJar.class
					.getClassLoader()).getProtectionDomain().getCodeSource();
				final URL url = source == null ? null : source.getLocation();
				if (url == null) return "";
				final String path = url.getPath();
				return path.substring(path.lastIndexOf('/') + 1);
			}
			catch (final ClassNotFoundException | LinkageError e) {
				if (name.equals(type) && !isMember(type)) return "";
			}
		}
		return "";
	}

	/** Whether a name ends like a method or field, not like a class. */
	private static boolean isMember(final String name) {
		return Character.isLowerCase(name.charAt(name.lastIndexOf('.') + 1));
	}
}

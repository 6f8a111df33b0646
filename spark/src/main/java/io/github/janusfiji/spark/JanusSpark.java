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
package io.github.janusfiji.spark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;

/** Runs one of Janus's commands over an archive on a Spark cluster. */
public final class JanusSpark {

	private static final List<String> NEEDED = List.of("--janus", "--input",
		"--output", "--merged");

	private static final String USAGE =
		"Usage: spark-submit janus-spark.jar --janus FOLDER --input CLIPS --output FOLDER --merged FOLDER [--cut MB] \"Extract Faces...\" [\"size=256,person=1\"]";

	private JanusSpark() {}

	/**
	 * Ends with exit code 0 if every clip is done, 1 if not, 2 if the command line
	 * is wrong.
	 *
	 * @param args {@code --janus}, {@code --input}, {@code --output},
	 *          {@code --merged}, {@code --cut}, each with its value; then the
	 *          command's label and its options
	 * @throws Exception if Janus or Spark cannot be begun
	 */
	public static void main(final String[] args) throws Exception {
		final Map<String, String> said = new HashMap<>();
		int i = 0;
		for (; i + 1 < args.length && args[i].startsWith("--"); i += 2) said.put(
			args[i], args[i + 1]);
		if (!said.keySet().containsAll(NEEDED) || i >= args.length || args.length > i +
			2)
		{
			System.err.println(USAGE);
			System.exit(2);
		}
		final boolean good = new SparkRun(path(said, "--janus"), args[i], path(said,
			"--input"), path(said, "--output"), path(said, "--merged"), Double
				.parseDouble(said.getOrDefault("--cut", "0")), args.length > i + 1 ? args[i +
					1] : "").run(new SparkConf().setIfMissing("spark.app.name", "Janus"),
						System.out);
		System.exit(good ? 0 : 1);
	}

	private static Path path(final Map<String, String> said, final String name) {
		return Path.of(said.get(name)).toAbsolutePath().normalize();
	}
}

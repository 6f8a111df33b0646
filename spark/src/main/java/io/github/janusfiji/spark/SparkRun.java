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

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A command over an archive on a cluster, and its report.
 *
 * @param janus folder with {@code plugins} and {@code jars} of Janus for plain
 *          ImageJ, at the same place on all machines
 * @param command label of the command
 * @param input a folder of clips, a list of their paths, or one clip
 * @param output a folder for the results of all units
 * @param merged another folder, for the joined results
 * @param cut MB from which videos are cut into ranges; 0 for none
 * @param more options of the command, as after {@code --run}; may be empty
 */
record SparkRun(Path janus, String command, Path input, Path output,
	Path merged, double cut, String more)
{

	/**
	 * @param conf of Spark
	 * @param out progress and report
	 * @return whether every clip is done
	 * @throws Exception if Janus or Spark cannot be begun
	 */
	boolean run(final SparkConf conf, final PrintStream out) throws Exception {
		final JanusRuntime runtime = JanusRuntime.of(janus);
		final int units = runtime.units(input, output, cut);
		out.println(command + " over " + units + " units");
		final Collection<UnitReport> reports;
		try (var spark = new JavaSparkContext(new SparkContext(conf))) {
			spark.sc().addSparkListener(new UnitsProgress(out, units));
			final var task = new UnitTask(janus.toString(), command, options(), units);
			reports = new Attempts(out).run(units, open -> round(spark, task, open));
		}
		final var answer = runtime.run("Merge Shards...", "input='" + output +
			"',output='" + merged + "'");
		return report(reports, answer, out);
	}

	private static List<UnitReport> round(final JavaSparkContext spark,
		final UnitTask task, final List<Integer> open)
	{
		return spark.parallelize(open, open.size()).map(task).collect();
	}

	private String options() {
		return "input='" + input + "',output='" + output + "'" + (cut > 0 ? ",cut='" +
			cut + "'" : "") + (more.isBlank() ? "" : "," + more);
	}

	private static boolean report(final Collection<UnitReport> reports,
		final JanusRuntime.Answer merged, final PrintStream out)
	{
		out.println("Units: " + reports.stream().mapToInt(UnitReport::done).sum() +
			" done, " + reports.stream().mapToInt(UnitReport::skipped).sum() +
			" skipped, " + reports.stream().mapToInt(UnitReport::failed).sum() +
			" failed, " + reports.stream().filter(r -> !r.isAnswered()).count() +
			" lost.");
		for (final UnitReport r : reports)
			if (!r.isAnswered() || r.failed() > 0) out.println(r.sentence());
		merged.text().lines().filter(l -> l.contains("finding") || l.contains(
			"Merge Shards") && merged.code() != 0).forEach(out::println);
		return merged.code() == 0 && reports.stream().allMatch(r -> r.isAnswered() && r
			.failed() == 0);
	}
}

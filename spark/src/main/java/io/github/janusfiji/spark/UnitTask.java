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

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.api.java.function.Function;

/**
 * Does one unit on an executor: a clip or a range of one, as the share of a
 * worker that has nothing else. It opens the file itself and writes the result
 * itself, onto disks that all machines share.
 *
 * @param janus folder of Janus
 * @param command label of the command
 * @param options for all units
 * @param of how many units there are
 */
record UnitTask(String janus, String command, String options, int of)
	implements Function<Integer, UnitReport>
{

	@Override
	public UnitReport call(final Integer unit) {
		try {
			return UnitReport.of(unit, JanusRuntime.of(Path.of(janus)).run(command,
				options + ",shard='" + unit + "/" + of + "'").text());
		}
		catch (final IOException | RuntimeException | LinkageError e) {
			return UnitReport.lost(unit, String.valueOf(e.getMessage()));
		}
	}
}

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
package io.github.janusfiji.blink.training;

import io.github.janusfiji.blink.report.BlinkRecord;
import io.github.janusfiji.fuzz.Fuzz;
import io.github.janusfiji.fuzz.Fuzz.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What package {@code blink} reads, for the fuzz test. */
public final class BlinkTargets {

	private BlinkTargets() {}

	/**
	 * @param folder for files
	 * @return the readers
	 * @throws IOException if the good files cannot be made
	 */
	public static List<Target> all(final Path folder) throws IOException {
		Files.write(folder.resolve("a.mp4"), new byte[3]);
		final String table = "clip,number,start,peak,end\na.mp4,1,10,12,15\n" +
			"b.mp4,2,30,31,33\n";
		Files.writeString(folder.resolve("b.csv"), table);
		final String list = "clip,use,last,skip,blinks\n" +
			"a.mp4,train,100,3-7 9-12,b.csv\na.mp4,measure,,,b.csv\n";
		final Path good = Files.writeString(folder.resolve("l.csv"), list);
		final String eyes = "frame,time,openness,right,left,state\n" +
			"0,0.0000,1,1,1,open\n1,0.0400,0.2,0.2,0.2,blink\n";
		Files.writeString(folder.resolve("c.blinks.csv"),
			"number,start,peak,end\n1,1,1,1\n");
		return List.of(Fuzz.ofFile("list of clips", folder, "x.csv", List.of(bytes(
			list)), file -> LabelledClip.read(file, folder)), Fuzz.ofFile(
				"table of blinks", folder, "b.csv", List.of(bytes(table)),
				file -> LabelledClip.read(good, folder)), Fuzz.ofFile("table of eyes",
					folder, "c.eyes.csv", List.of(bytes(eyes)), file -> BlinkRecord.read(
						file)));
	}

	private static byte[] bytes(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}

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
package io.github.janusfiji.detect;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.Safetensors.Loaded;
import java.util.Map;
import org.scijava.plugin.SciJavaPlugin;

/**
 * Tells manipulated faces from genuine ones. An extension point: annotate an
 * implementation with {@code @Plugin(type = ManipulationDetector.class, name =
 * "…")}; the name, of small letters, is what users and files call it. The higher
 * its priority, the earlier it is listed. Implementations need a public
 * constructor without parameters.
 */
public interface ManipulationDetector extends SciJavaPlugin {

	/** @return counts up whenever older files can no longer be read */
	int version();

	/** @return what it looks at, in a few words */
	String description();

	/**
	 * @param examples what to learn from, at least two of each kind
	 * @param progress asked whether to stop
	 * @return what was learnt
	 */
	LearntDetector learn(Examples examples, Progress progress);

	/**
	 * @param tensors as {@link LearntDetector#tensors} gave them, all finite
	 * @return the same detector
	 * @throws InputException if a tensor is missing or of another size; the
	 *           message can follow the file's name
	 */
	LearntDetector read(Map<String, Loaded> tensors) throws InputException;
}

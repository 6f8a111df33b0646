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
package io.github.janusfiji.nn.nd4j;

import io.github.janusfiji.nn.Algebra;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.LayerFunctions;
import io.github.janusfiji.nn.LossFunctions;
import io.github.janusfiji.nn.Memory;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;

/** ND4J's operations as an engine. */
public final class Nd4jEngine implements Engine {

	private final Memory memory;
	private final Algebra algebra;
	private final LayerFunctions layers;
	private final LossFunctions losses;

	private <M extends Memory & Nd4jTensors> Nd4jEngine(final M memory,
		final Function<Nd4jTensors, LayerFunctions> layers)
	{
		this.memory = memory;
		algebra = new Nd4jAlgebra(memory);
		this.layers = layers.apply(memory);
		losses = new Nd4jLosses(memory, algebra);
	}

	/**
	 * @param type of all numbers
	 * @return an engine on whatever device ND4J was built for
	 */
	public static Nd4jEngine of(final DataType type) {
		return new Nd4jEngine(new Nd4jMemory(type), Nd4jLayers::new);
	}

	/**
	 * @return an engine in single precision on the processor, with Java's loops
	 *         where they are faster than ND4J's
	 */
	public static Nd4jEngine onProcessor() {
		return new Nd4jEngine(new Nd4jMemory(DataType.FLOAT), JavaLayers::new);
	}

	/**
	 * @param <M> memory that ND4J can look into
	 * @param memory of another engine
	 * @return ND4J's operations on the other engine's tensors, for what that one
	 *         lacks
	 */
	public static <M extends Memory & Nd4jTensors> Nd4jEngine over(
		final M memory)
	{
		return new Nd4jEngine(memory, Nd4jLayers::new);
	}

	@Override
	public Memory memory() {
		return memory;
	}

	@Override
	public Algebra algebra() {
		return algebra;
	}

	@Override
	public LayerFunctions layers() {
		return layers;
	}

	@Override
	public LossFunctions losses() {
		return losses;
	}
}

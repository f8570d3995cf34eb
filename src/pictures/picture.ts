/** A picture of an article as it is kept with its post. */
export interface Picture {
  /** Its address in the article. */
  from: string;
  /** Made of its bytes alone: the same picture has the same name. */
  name: string;
  /** Pixels. */
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** A picture that could not be had; the post keeps its address. */
export interface MissingPicture {
  url: string;
  /** The code of the failure. */
  reason: string;
  /** The whole sentence. */
  message: string;
}

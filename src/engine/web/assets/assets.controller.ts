// Serves the static files. Those whose name carries their hash may be kept for a year.
import { Controller, Get, Headers, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../api/api-routes.js';
import { OpenToAll } from '../../api/open-to-all.js';
import type { PageReply } from '../http.js';
import { encodingOf } from './encoding.js';
import { Assets } from './assets.js';

@OpenToAll()
@ApiExcludeController()
@Controller('assets')
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Get(':name')
  file(
    @Param('name') name: string,
    @Headers('accept-encoding') accepts: string | undefined,
    @Res({ passthrough: true }) reply: PageReply,
  ): Promise<Buffer> {
    return this.serve(name, accepts, reply);
  }

  @Get('images/:name')
  image(
    @Param('name') name: string,
    @Headers('accept-encoding') accepts: string | undefined,
    @Res({ passthrough: true }) reply: PageReply,
  ): Promise<Buffer> {
    return this.serve(`images/${name}`, accepts, reply);
  }

  private async serve(name: string, accepts: string | undefined, reply: PageReply): Promise<Buffer> {
    const asset = this.assets.find(name);
    if (!asset) throw new NotFoundException();
    const encoding = encodingOf(accepts);
    reply.header('content-type', asset.type).header('vary', 'accept-encoding');
    reply.header(
      'cache-control',
      name.startsWith('images/') ? 'public, max-age=86400' : 'public, max-age=31536000, immutable',
    );
    if (encoding) reply.header('content-encoding', encoding);
    return encoding ? asset[encoding] : asset.plain;
  }
}
